import { Command } from 'commander';
import { AUDIT_GROUPS, type Audit, type AuditGroup, auditOf, isOfWhoIsWho, type Rate } from '../../compare/index.ts';
import { OnrecordError } from '../../document/index.ts';
import { AUDIT_COLUMNS, csvTable } from '../../export/index.ts';
import { partialDate, withThoughts } from '../details.ts';
import { table, write, writeJson } from '../print.ts';
import { withRecord } from '../record.ts';

interface AuditOptions {
  readonly by: string;
  readonly about?: string;
  readonly since?: string;
  readonly until?: string;
  readonly outlet?: string;
  readonly author?: string;
  readonly thoughts?: boolean;
  readonly json?: boolean;
  readonly csv?: boolean;
}

/** `onrecord audit` */
export function auditCommand(): Command {
  const command = new Command('audit')
    .description('count whom documents quote, how often directly, and how often without a name')
    .argument('[documents...]', 'ids, or the beginnings of ids; or choose documents by the options (default: all)')
    .option('--by <what>', `one row for each of these: ${AUDIT_GROUPS.join(', ')}`, 'speaker')
    .option('--about <words>', 'documents that contain these words')
    .option('--since <date>', 'documents published on or after this day, month or year')
    .option('--until <date>', 'documents published on or before this day, month or year')
    .option('--outlet <name>', 'documents of this outlet')
    .option('--author <name>', 'documents by this author')
    .option('--json', 'JSON instead of a table')
    .option('--csv', 'CSV instead of a table');
  return withThoughts(command).action(
    async (documents: string[], { by, thoughts, json, csv, ...options }: AuditOptions) => {
      const group = AUDIT_GROUPS.find((one) => one === by);
      if (!group) throw new OnrecordError('wrong-usage', `--by ${by} is not known; use ${AUDIT_GROUPS.join(', ')}`);
      const { about, outlet, author } = options;
      const filter = {
        about,
        outlet,
        author,
        since: partialDate('since', options.since),
        until: partialDate('until', options.until),
        documents: documents.length > 0 ? documents : undefined,
      };
      const given = Object.fromEntries(Object.entries(filter).filter(([, value]) => value !== undefined));
      await withRecord(command, async (record) => {
        const audit = await auditOf(record, group, given, { thoughts });
        if (json) return writeJson(audit);
        if (csv) return write(csvTable(AUDIT_COLUMNS, audit.rows));
        await write(auditLines(audit, group));
      });
    },
  );
}

function auditLines({ documents, statements, words, rows }: Audit, by: AuditGroup): string[] {
  const share = (rate: Rate | null) =>
    rate ? `${percent(rate.value)}% (${percent(rate.low)}–${percent(rate.high)})` : '';
  // All statements of one speaker, or of one type of speaker, are either named or not.
  const showsUnnamed = by !== 'speaker' && by !== 'type';
  const unnamed = (cell: string) => (showsUnnamed ? [cell] : []);
  const header = ['articles', 'statements', 'words', 'of all words', 'quoted, 95%', ...unnamed('unnamed, 95%'), by];
  const lines = table(
    header,
    rows.map((row) => [
      String(row.documents),
      String(row.statements),
      String(row.words),
      `${percent(row.words / Math.max(1, words))}%`,
      share(row.quotedRate),
      ...unnamed(share(row.unnamedRate)),
      `${row.group || 'not known'}${row.type ? ` (${row.type})` : ''}`,
    ]),
  );
  return [
    ...lines,
    ...(isOfWhoIsWho(by) ? [`\n${unknownOf(rows, statements, by)}`] : []),
    `\n${statements} statements of ${words} words in ${documents} ${documents === 1 ? 'article' : 'articles'}; those inside others' words are not counted.\n`,
  ];
}

/** What of an audit by who's who nobody has told; nothing is guessed from names or pronouns. */
function unknownOf(rows: Audit['rows'], statements: number, by: AuditGroup): string {
  const unknown = rows.find(({ group }) => group === '')?.statements ?? 0;
  return `The ${by} is what files and people say on the day of each article; for ${unknown} of ${statements} statements nobody has said. None is guessed.\n`;
}

function percent(share: number): number {
  return Math.round(100 * share);
}
