import { Button } from "../../ui/Button.tsx";
import { Icon } from "../../ui/Icon.tsx";

export function AddButton({ text, onPress }: { readonly text: string; readonly onPress: () => void }) {
  return (
    <Button variant="primary" onPress={onPress}>
      <Icon name="add" />
      {text}
    </Button>
  );
}
