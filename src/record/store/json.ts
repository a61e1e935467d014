import { OnrecordError } from '../../document/index.ts';

/** What a column of JSON holds. Throws `record-damaged` where it holds none. */
export function readJson<Value>(column: string): Value {
  try {
    return JSON.parse(column) as Value;
  } catch (cause) {
    throw new OnrecordError(
      'record-damaged',
      'the record is damaged: a row holds no valid JSON; restore it from a backup',
      {
        cause,
      },
    );
  }
}
