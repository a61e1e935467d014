/** The file of a process or thread that lies beside the file that starts it, in the sources as in what is built. */
export function siblingFile(here: string, name: string): URL {
  return new URL(here.endsWith('.ts') ? `./${name}.ts` : `./${name}.js`, here);
}
