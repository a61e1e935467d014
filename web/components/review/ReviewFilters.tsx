import type { FormEvent } from 'react';
import { percentWords } from '../../words.ts';

const BASES = ['named', 'pronoun', 'role', 'continued', 'label', 'described', 'none'];
const CONFIDENCES = ['0.5', '0.7', '0.8', '0.9'];

interface Values {
  readonly speaker?: string | undefined;
  readonly basis?: string | undefined;
  readonly maxCertainty?: string | undefined;
}

/** Filters of the review queue: the speaker, how the speaker was found, and the highest confidence. */
export function ReviewFilters({
  values,
  onChange,
}: {
  readonly values: Values;
  readonly onChange: (values: Values) => void;
}) {
  const onSubmit = (event: FormEvent<HTMLFormElement>) => {
    event.preventDefault();
    onChange(Object.fromEntries([...new FormData(event.currentTarget)].map(([name, value]) => [name, String(value)])));
  };
  return (
    <form className="filters" onSubmit={onSubmit} key={JSON.stringify(values)}>
      <div className="field">
        <label htmlFor="r-speaker">Speaker</label>
        <input id="r-speaker" name="speaker" defaultValue={values.speaker ?? ''} />
      </div>
      <div className="field">
        <label htmlFor="r-basis">Speaker found by</label>
        <select id="r-basis" name="basis" defaultValue={values.basis ?? ''}>
          <option value="">any</option>
          {BASES.map((one) => (
            <option key={one}>{one}</option>
          ))}
        </select>
      </div>
      <div className="field">
        <label htmlFor="r-certainty">Confidence at most</label>
        <select id="r-certainty" name="maxCertainty" defaultValue={values.maxCertainty ?? ''}>
          <option value="">any</option>
          {CONFIDENCES.map((one) => (
            <option key={one} value={one}>
              {percentWords(Number(one))}
            </option>
          ))}
        </select>
      </div>
      <button type="submit" className="button">
        Show
      </button>
    </form>
  );
}
