type Tool = 'right' | 'wrong' | 'speaker' | 'again' | 'extent' | 'missed' | 'undo';

/** What can be said of a statement, with the key for each. */
const TOOLS: readonly (readonly [tool: Tool, name: string, key: string])[] = [
  ['right', 'Right', 'Enter'],
  ['wrong', 'Not a statement', 'x'],
  ['speaker', 'Speaker', 's'],
  ['again', '', '.'],
  ['extent', 'Extent', 'e'],
  ['missed', 'Missed', 'n'],
  ['undo', 'Undo', 'u'],
];

export function ReviewTools({
  last,
  canUndo,
  on,
}: {
  /** The speaker that was named last; a button names them again. */
  readonly last: string | undefined;
  readonly canUndo: boolean;
  readonly on: Readonly<Record<Tool, () => unknown>>;
}) {
  return (
    <div className="review-tools">
      {TOOLS.filter(([tool]) => tool !== 'again' || last !== undefined).map(([tool, name, key]) => (
        <button
          key={tool}
          type="button"
          className={tool === 'right' ? 'button primary' : 'button'}
          disabled={tool === 'undo' && !canUndo}
          // Keeps the words selected in the source.
          onMouseDown={(event) => event.preventDefault()}
          onClick={() => void on[tool]()}
        >
          {name || last} <kbd>{key}</kbd>
        </button>
      ))}
    </div>
  );
}
