import type { Statement } from '../../src/document/index.ts';
import { genderOf } from '../../src/language/english/gender.ts';
import { extract } from '../../src/pipeline/extract.ts';
import { calibrationError } from '../polnear/calibration.ts';
import { readLabelledArticles } from './articles.ts';
import { isDateOf, type Judgement, judge, kindOf } from './score.ts';

/** The part to measure, "dev" unless `ONRECORD_PART` says another. */
const PART = process.env.ONRECORD_PART ?? 'dev';
/** Whether every error is printed, by `ONRECORD_ERRORS`. */
const SHOWS_ERRORS = process.env.ONRECORD_ERRORS !== undefined;

/** Parts of something counted. */
interface Share {
  right: number;
  all: number;
}

/**
 * Labelled articles of many outlets: what is found, by whom it was said, and when. The figures are those of `score.py`
 * beside the data, of what is shown unless asked: speech. Speech that the labels have as thoughts counts neither as right
 * nor as wrong.
 *
 * @param data the folder with `articles.jsonl` and `labels/`
 */
export async function run(data: string): Promise<void> {
  const articles = readLabelledArticles(data, PART);
  const counts = {
    found: share(),
    direct: share(),
    mixed: share(),
    indirect: share(),
    thought: share(),
    speaker: share(),
    named: share(),
    date: share(),
    precise: share(),
    right: share(),
  };
  const bases = new Map<string, Share>();
  const sure: { confidence: number; right: boolean }[] = [];
  const classes = { speech: share(), thought: share() };
  const sexes = { female: share(), male: share() };
  let wrongNames = 0;
  let unresolved = 0;
  for (const { id, document, labels } of articles) {
    const { statements } = await extract(document);
    for (const { label, statement } of judge(labels, statements).judgements)
      if (statement) count(classes[label.class], statement.class === label.class);
    const { judgements, superfluous } = judge(
      labels,
      statements.filter((statement) => statement.class === 'speech'),
    );
    for (const judgement of judgements) {
      const { label, statement, isSpeakerRight } = judgement;
      if (label.class === 'thought') {
        count(counts.thought, statement !== undefined);
        continue;
      }
      for (const part of ['found', kindOf(document.text, label)] as const) count(counts[part], statement !== undefined);
      count(counts.right, isSpeakerRight);
      if (SHOWS_ERRORS && !isSpeakerRight) process.stdout.write(`${id} ${errorOf(document.text, judgement)}\n`);
      if (!statement) continue;
      count(counts.precise, true);
      count(counts.speaker, isSpeakerRight);
      sure.push({ confidence: statement.confidence.speaker, right: isSpeakerRight });
      const { basis } = statement.speaker;
      if (!bases.has(basis)) bases.set(basis, share());
      count(bases.get(basis)!, isSpeakerRight);
      if (label.said) count(counts.date, isDateOf(statement, label.said));
      if (SHOWS_ERRORS && label.said && !isDateOf(statement, label.said))
        process.stdout.write(
          `${id} #${label.n}: said ${label.said}, has ${statement.said.earliest} – ${statement.said.latest}\n`,
        );
      if (!label.speaker) continue;
      count(counts.named, isSpeakerRight);
      const gender = label.type === 'person' ? genderOf(label.speaker.split(/\s+/u)[0]!) : undefined;
      if (gender) count(sexes[gender], isSpeakerRight);
      if (isSpeakerRight) continue;
      if (isNamed(statement)) wrongNames++;
      else unresolved++;
    }
    for (const statement of superfluous) {
      count(counts.precise, false);
      if (SHOWS_ERRORS)
        process.stdout.write(
          `${id}: too many (${statement.kind}, ${statement.confidence.statement}): ${shown(statement.content.map(({ text }) => text).join(' … '))} by ${statement.speaker.name}\n`,
        );
    }
  }
  const { found, precise, right } = counts;
  const f1 = (hits: number) => ((200 * hits) / Math.max(1, found.all + precise.all)).toFixed(1);
  const lines = [
    `${data}, ${PART}: ${articles.length} articles, ${found.all} statements`,
    `found: precision ${percent(precise)}, recall ${percent(found)}, F1 ${f1(found.right)}; with the right speaker F1 ${f1(right.right)}`,
    `recall: direct ${percent(counts.direct)}, mixed ${percent(counts.mixed)}, indirect ${percent(counts.indirect)}; thoughts ${percent(counts.thought)}`,
    `class right of all found: speech ${percent(classes.speech)} of ${classes.speech.all}, thoughts ${percent(classes.thought)} of ${classes.thought.all}`,
    `speaker right of the found ${percent(counts.speaker)}, of those with a name ${percent(counts.named)}; a wrong name ${wrongNames} (${((100 * wrongNames) / Math.max(1, counts.speaker.all)).toFixed(1)}%), unresolved ${unresolved}`,
    `speaker right by the sex that given names tell: women ${percent(sexes.female)} of ${sexes.female.all}, men ${percent(sexes.male)} of ${sexes.male.all}`,
    `date right ${percent(counts.date)} of ${counts.date.all} dated`,
    `by basis: ${[...bases].map(([basis, of]) => `${basis} ${of.right} of ${of.all}`).join(', ')}`,
    `speaker's confidence: expected calibration error ${calibrationError(sure).toFixed(3)}; at 0.9 or more ${percent(sureOf(sure))} of ${sureOf(sure).all} right`,
  ];
  process.stdout.write(`${lines.join('\n')}\n`);
}

function sureOf(judged: readonly { confidence: number; right: boolean }[]): Share {
  const some = judged.filter(({ confidence }) => confidence >= 0.9);
  return { right: some.filter(({ right }) => right).length, all: some.length };
}

/** Whether a statement names somebody in particular. */
function isNamed({ speaker: { type, basis } }: Statement): boolean {
  return ['person', 'organisation', 'publication'].includes(type) && basis !== 'described';
}

function share(): Share {
  return { right: 0, all: 0 };
}

function count(of: Share, isRight: boolean): void {
  of.all++;
  if (isRight) of.right++;
}

function percent({ right, all }: Share): string {
  return `${((100 * right) / Math.max(1, all)).toFixed(1)}%`;
}

function errorOf(text: string, { label, statement }: Judgement): string {
  if (!statement) {
    const content = text.slice(label.content[0]![0], label.content.at(-1)![1]);
    return `#${label.n}: missed ${kindOf(text, label)}: ${shown(content)}`;
  }
  const { name, basis } = statement.speaker;
  const source = statement.source.map((span) => span.text).join(' … ');
  return `#${label.n}: speaker ${label.speaker ?? label.description}, has ${name} (${basis}, ${statement.confidence.speaker}) from “${source}”`;
}

function shown(text: string): string {
  return `“${text.replace(/\s+/gu, ' ').slice(0, 90)}”`;
}
