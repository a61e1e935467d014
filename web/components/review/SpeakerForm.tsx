import { type FormEvent, useEffect, useRef } from 'react';

const TYPES = ['person', 'organisation', 'group', 'publication', 'document', 'anonymous', 'unknown'] as const;

/** Asks for the name and type of the speaker. */
export function SpeakerForm({
  known,
  onSay,
  onCancel,
}: {
  readonly known: readonly string[];
  readonly onSay: (speaker: { name: string; type: (typeof TYPES)[number] }) => void;
  readonly onCancel: () => void;
}) {
  const input = useRef<HTMLInputElement>(null);
  useEffect(() => input.current?.focus(), []);
  const submit = (event: FormEvent<HTMLFormElement>) => {
    event.preventDefault();
    const data = new FormData(event.currentTarget);
    const name = String(data.get('name') ?? '').trim();
    if (name) onSay({ name, type: data.get('type') as (typeof TYPES)[number] });
  };
  return (
    <form className="speaker-form" onSubmit={submit} onKeyDown={({ key }) => key === 'Escape' && onCancel()}>
      <label htmlFor="speaker-name">Who said it?</label>
      <input ref={input} id="speaker-name" name="name" list="speaker-names" autoComplete="off" />
      <datalist id="speaker-names">
        {known.map((name) => (
          <option key={name} value={name} />
        ))}
      </datalist>
      <label htmlFor="speaker-type">Type</label>
      <select id="speaker-type" name="type">
        {TYPES.map((type) => (
          <option key={type}>{type}</option>
        ))}
      </select>
      <p className="dialog-tools">
        <button type="submit" className="button primary">
          Save
        </button>
        <button type="button" className="button" onClick={onCancel}>
          Cancel
        </button>
      </p>
    </form>
  );
}
