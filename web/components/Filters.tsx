import { type FormEvent, useId } from 'react';
import type { Search } from '../router.tsx';

const LABELS: Readonly<Record<string, readonly [label: string, placeholder: string]>> = {
  speaker: ['Speaker', 'a name or a part of it'],
  topic: ['Topic', 'words, or a saved topic'],
  about: ['About', 'words'],
  outlet: ['Outlet', 'its name'],
  outlets: ['Outlets to show', 'parted by commas'],
  author: ['Author', 'a name'],
  since: ['From', '2024, 2024-12, 2024-12-19'],
  until: ['Until', '2024-12-31'],
  documents: ['Documents', 'ids, parted by commas'],
  quote: ['Quotation', 'the words as printed'],
  document: ['All quotations of', 'id of a document'],
  against: ['Source', 'id of a document; else all'],
};

/** A form of filters that become the address of the view. */
export function Filters({
  fields,
  values,
  onChange,
  submit = 'Show',
}: {
  readonly fields: readonly string[];
  readonly values: Search;
  readonly onChange: (values: Search) => void;
  readonly submit?: string;
}) {
  const id = useId();
  const onSubmit = (event: FormEvent<HTMLFormElement>) => {
    event.preventDefault();
    const given = Object.fromEntries(
      [...new FormData(event.currentTarget)].map(([name, value]) => [name, String(value).trim()]),
    );
    onChange({ ...values, ...given });
  };
  return (
    <form className="filters" onSubmit={onSubmit} key={JSON.stringify(values)}>
      {fields.map((name) => {
        const value = values[name];
        return (
          <div key={name} className={`field field-${name}`}>
            <label htmlFor={`${id}-${name}`}>{LABELS[name]?.[0] ?? name}</label>
            <input
              id={`${id}-${name}`}
              name={name}
              defaultValue={Array.isArray(value) ? value.join(', ') : ((value as string | undefined) ?? '')}
              placeholder={LABELS[name]?.[1]}
            />
          </div>
        );
      })}
      <button type="submit" className="button">
        {submit}
      </button>
    </form>
  );
}

/** "a, b" as several values. */
export function listed(value: string | readonly string[] | undefined): string[] | undefined {
  const all = (typeof value === 'string' ? [value] : (value ?? []))
    .flatMap((one) => one.split(','))
    .map((one) => one.trim())
    .filter((one) => one !== '');
  return all.length > 0 ? all : undefined;
}
