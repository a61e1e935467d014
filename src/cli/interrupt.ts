/** Ends long work: the first Ctrl-C (or SIGTERM) after what is at hand, the second at once. */
export function interrupted(note: string): { readonly signal: AbortSignal; end(): void } {
  const stop = new AbortController();
  const onSignal = () => {
    if (stop.signal.aborted) process.exit(130);
    stop.abort();
    process.stderr.write(`${note}; once more to leave at once.\n`);
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
