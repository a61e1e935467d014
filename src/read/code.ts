/** Lines of a text that are looked at, and how many there must be. */
const LINES = 200;
const FEWEST = 5;

/** Lines of programs, style sheets and settings: they end as sentences never do, or begin with a word of the language. */
const CODE =
  /[{}]\s*$|^\s*(?:#include\b|#!|@(?:import|media|charset)\b|import\s[\w{*"'.]|from\s[\w.]+\simport\b|package\s\w|using\s\w|(?:public|private|protected|static|export|async|const|let|var|def|class|func|fn|function|return|elif|else|try|except|end)\b[^.!?]*[({:=]|(?:SELECT|INSERT|UPDATE|CREATE|DROP|ALTER)\s[^.!?]*|\/\/|\/\*|\*\/|\*\s@|--\s|\w[\w.]*\s?=\s?\S|\w[\w.]*\(.*\)\s*$)/u;
/** Lines of logs: a day and a time to the second, alone or after an address. */
const LOG =
  /^\W{0,2}(?:\d{4}[-/]\d\d[-/]\d\d[T ]\d\d:\d\d:\d\d[.,\dZ+:-]{0,12}\W{0,3}(?:\S{1,60}\s{1,8}){0,3}\W?(?:TRACE|DEBUG|INFO|NOTICE|WARN(?:ING)?|ERROR|FATAL|CRITICAL)\b|[\d.:a-f]{1,45} \S{1,60} \S{1,60} \[\d\d\/\p{Lu}\p{Ll}\p{Ll}\/\d{4}|\p{Lu}\p{Ll}\p{Ll} [ \d]\d \d\d:\d\d:\d\d \S{1,60} \S{1,60}:\s)/u;
/** Lines of rubbish: what is encoded has no spaces. */
const ENCODED = /^\S{60,}$/u;

/** What a text is that most lines show to be no prose: "the source of a program"; undefined for all else. */
export function codeIn(text: string): string | undefined {
  if (/^#!\s?\/|^<\?php\b/u.test(text)) return 'the source of a program';
  const lines = text
    .split('\n')
    .slice(0, LINES)
    .map((line) => line.trimEnd().slice(0, 500))
    .filter((line) => line.trim() !== '');
  if (lines.length < FEWEST) return undefined;
  const share = (is: (line: string) => boolean) => lines.filter(is).length / lines.length;
  if (share((line) => LOG.test(line)) > 0.6) return 'the log of a program';
  if (share((line) => CODE.test(line) || isInstruction(line)) > 0.5) return 'the source of a program, or its settings';
  return share((line) => ENCODED.test(line)) > 0.8 ? 'encoded data' : undefined;
}

/** "color: red;", "x = pier(3);": the clauses of a law or a poem end so too, and have more words and no such marks. */
function isInstruction(line: string): boolean {
  return line.endsWith(';') && (/[=()[\]<>]/u.test(line) || line.trim().split(/\s+/u).length <= 3);
}
