import { FILTERS, type Filter, type Searched } from './filters.ts';

/** The filters of a search, each to be edited or taken away. */
export function FilterChips({
  search,
  onEdit,
  onRemove,
}: {
  readonly search: Searched;
  readonly onEdit: (name: Filter, value: string) => void;
  readonly onRemove: (name: Filter) => void;
}) {
  return FILTERS.map((name) => {
    const value = search[name];
    if (!value) return null;
    return (
      <span key={name} className="chip">
        <button
          type="button"
          className="chip-words"
          aria-label={`Edit ${name}: ${value}`}
          onClick={() => onEdit(name, value)}
        >
          {name}: {value}
        </button>
        <button type="button" className="chip-x" aria-label={`Remove ${name}: ${value}`} onClick={() => onRemove(name)}>
          ×
        </button>
      </span>
    );
  });
}
