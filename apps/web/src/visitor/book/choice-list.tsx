export interface Choice {
  readonly id: string;
  readonly name: string;
  readonly about: string | null;
}

export type TitleRef = (heading: HTMLHeadingElement | null) => void;

interface Props {
  readonly title: string;
  readonly titleRef: TitleRef;
  readonly choices: readonly Choice[];
  readonly testId: string;
  readonly onChoose: (id: string) => void;
}

/** One answer out of a few; each is a button that leads on. */
export function ChoiceList({ title, titleRef, choices, testId, onChoose }: Props) {
  return (
    <section className="step">
      <h2 ref={titleRef} tabIndex={-1}>
        {title}
      </h2>
      <ul className="choices-list">
        {choices.map(({ id, name, about }) => (
          <li key={id}>
            <button
              type="button"
              className="choice-button"
              data-testid={testId}
              data-id={id}
              onClick={() => onChoose(id)}
            >
              <span className="choice-text">
                <span className="choice-name">{name}</span>
                {about === null ? null : <span className="choice-figures">{about}</span>}
              </span>
              <span className="choice-go" aria-hidden="true">
                →
              </span>
            </button>
          </li>
        ))}
      </ul>
    </section>
  );
}
