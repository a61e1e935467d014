import cliProgress from 'cli-progress';

/**
 * A bar with rate and end on a terminal, notes above it; on anything else a line now and then.
 *
 * @param total documents; undefined for no progress, or where nobody knows how many there are
 * @param isCounted whether progress is told although nobody knows
 */
export function progress(total: number | undefined, isCounted = false) {
  const live = total !== undefined && process.stderr.isTTY;
  const started = Date.now();
  const bars = live
    ? new cliProgress.MultiBar(
        {
          format: ' {bar} {value}/{total} documents · {rate}/s · {eta_formatted} left · {statements} statements',
          stream: process.stderr,
          hideCursor: true,
          clearOnComplete: true,
          gracefulExit: false,
          linewrap: true,
        },
        cliProgress.Presets.shades_grey,
      )
    : undefined;
  const bar = bars?.create(total!, 0, { rate: '–', statements: 0 });
  let next = 100;
  let ended = false;
  return {
    step(done: number, statements: number) {
      if (ended) return;
      const rate = (done / Math.max(0.001, (Date.now() - started) / 1000)).toFixed(1);
      bar?.update(done, { rate, statements });
      if (!live && (total !== undefined || isCounted) && done >= next && done !== total) {
        process.stderr.write(`${done}${total === undefined ? '' : ` of ${total}`} documents, ${rate} a second\n`);
        next = done + Math.max(100, Math.round((total ?? 2 * done) / 20));
      }
    },
    say(line: string) {
      if (bars && !ended) {
        bars.log(`${line}\n`);
        bars.update();
      } else process.stderr.write(`${line}\n`);
    },
    end() {
      if (!ended) bars?.stop();
      ended = true;
    },
  };
}
