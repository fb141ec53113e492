import type { MessageSettingsOnWire } from "@callnext/protocol";
import { useTranslation } from "react-i18next";
import { INPUT_STYLE } from "../../ui/Field.tsx";
import { ScrollTable } from "../shared/ScrollTable.tsx";
import { CELL } from "../shared/table-styles.ts";
import { type PlannedKind, PLANNED_KINDS } from "./message-kinds.ts";

type AllWays = MessageSettingsOnWire["ways"];
type Ways = AllWays[PlannedKind];

interface Props {
  readonly ways: AllWays;
  readonly onChange: (ways: AllWays) => void;
}

const SMS_USES = ["if-nothing-else", "always", "never"] as const satisfies readonly Ways["sms"][];

/** Which message goes which way. */
export function WaysTable({ ways, onChange }: Props) {
  const { t } = useTranslation("admin");
  const columns = [t("message-page.message"), t("channel.mail"), t("channel.push"), t("channel.sms")];
  return (
    <ScrollTable label={t("message-page.ways-table")} columns={columns}>
      {PLANNED_KINDS.map((kind) => (
        <WaysRow
          key={kind}
          name={t(`message-kind.${kind}`)}
          ways={ways[kind]}
          onChange={(changed) => onChange({ ...ways, [kind]: changed })}
        />
      ))}
    </ScrollTable>
  );
}

interface RowProps {
  readonly name: string;
  readonly ways: Ways;
  readonly onChange: (ways: Ways) => void;
}

function WaysRow({ name, ways, onChange }: RowProps) {
  const { t } = useTranslation("admin");
  const box = (channel: "mail" | "push") => (
    <label className="inline-flex min-h-11 min-w-11 items-center">
      <input
        type="checkbox"
        className="size-5 accent-(--accent)"
        aria-label={t("message-page.way-of", { message: name, channel: t(`channel.${channel}`) })}
        checked={ways[channel]}
        onChange={(event) => onChange({ ...ways, [channel]: event.currentTarget.checked })}
      />
    </label>
  );
  return (
    <tr>
      <th scope="row" className={`${CELL} min-w-44 !align-middle font-medium`}>
        {name}
      </th>
      <td className={CELL}>{box("mail")}</td>
      <td className={CELL}>{box("push")}</td>
      <td className={CELL}>
        <select
          className={`${INPUT_STYLE} min-w-44`}
          aria-label={t("message-page.way-of", { message: name, channel: t("channel.sms") })}
          value={ways.sms}
          onChange={(event) => {
            const chosen = SMS_USES.find((use) => use === event.currentTarget.value);
            if (chosen !== undefined) onChange({ ...ways, sms: chosen });
          }}
        >
          {SMS_USES.map((use) => (
            <option key={use} value={use}>
              {t(`sms-use.${use}`)}
            </option>
          ))}
        </select>
      </td>
    </tr>
  );
}
