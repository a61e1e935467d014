import { defineConfig } from 'tsdown';

export default defineConfig({
  // Processes and workers lie beside what starts them: the parts that several entries share come to the root of `dist`.
  entry: {
    index: 'src/index.ts',
    'cli/onrecord': 'src/cli/onrecord.ts',
    'reading-process': 'src/pipeline/bounded/reading-process.ts',
    'reading-guard': 'src/pipeline/bounded/reading-guard.ts',
    'adding-worker': 'src/server/adding-worker.ts',
  },
  format: 'esm',
  platform: 'node',
  target: 'node20',
  dts: true,
  clean: true,
  fixedExtension: false,
});
