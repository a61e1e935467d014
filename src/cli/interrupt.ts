/** Lets Ctrl-C (or SIGTERM) end long work: the first one after the current item, the second one at once. */
export function interrupted(note: string): { readonly signal: AbortSignal; end(): void } {
  const stop = new AbortController();
  const onSignal = () => {
    if (stop.signal.aborted) process.exit(130);
    stop.abort();
    process.stderr.write(`${note}; press Ctrl-C again to stop at once.\n`);
  };
  process.on('SIGINT', onSignal);
  process.on('SIGTERM', onSignal);
  return {
    signal: stop.signal,
    end: () => {
      process.off('SIGINT', onSignal);
      process.off('SIGTERM', onSignal);
    },
  };
}
