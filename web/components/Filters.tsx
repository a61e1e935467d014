import { type FormEvent, useId } from 'react';
import { listed, type Search } from '../search.ts';

interface Field {
  readonly label: string;
  readonly placeholder: string;
  /** Takes several values, separated by commas. */
  readonly isList?: true;
}

const FIELDS = {
  speaker: { label: 'Speaker', placeholder: 'a name or part of it' },
  topic: { label: 'Topic', placeholder: 'words, or a saved topic', isList: true },
  about: { label: 'About', placeholder: 'words' },
  outlet: { label: 'Outlet', placeholder: 'its name' },
  outlets: { label: 'Outlets to show', placeholder: 'separated by commas', isList: true },
  author: { label: 'Author', placeholder: 'a name' },
  since: { label: 'From', placeholder: '2024, 2024-12, 2024-12-19' },
  until: { label: 'Until', placeholder: '2024-12-31' },
  documents: { label: 'Documents', placeholder: 'ids, separated by commas', isList: true },
  quote: { label: 'Quotation', placeholder: 'the words as printed' },
  document: { label: 'All quotations of', placeholder: 'id of a document' },
  against: { label: 'Source', placeholder: 'id of a document; otherwise all' },
} as const satisfies Readonly<Record<string, Field>>;

/** A form of filters that become the search of the page's address. */
export function Filters<Values extends Search>({
  fields,
  values,
  onChange,
  submit = 'Show',
}: {
  readonly fields: readonly (keyof Values & keyof typeof FIELDS)[];
  readonly values: Values;
  readonly onChange: (values: Values) => void;
  readonly submit?: string;
}) {
  const id = useId();
  const onSubmit = (event: FormEvent<HTMLFormElement>) => {
    event.preventDefault();
    const form = new FormData(event.currentTarget);
    const given = fields.map((name) => {
      const text = String(form.get(name) ?? '').trim();
      return [name, 'isList' in FIELDS[name] ? listed(text) : text];
    });
    onChange({ ...values, ...Object.fromEntries(given) });
  };
  return (
    <form className="filters" onSubmit={onSubmit} key={JSON.stringify(values)}>
      {fields.map((name) => (
        <div key={name} className={`field field-${name}`}>
          <label htmlFor={`${id}-${name}`}>{FIELDS[name].label}</label>
          <input
            id={`${id}-${name}`}
            name={name}
            defaultValue={[values[name] ?? []].flat().join(', ')}
            placeholder={FIELDS[name].placeholder}
          />
        </div>
      ))}
      <button type="submit" className="button">
        {submit}
      </button>
    </form>
  );
}
