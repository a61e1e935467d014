import { defineConfig } from 'tsdown';

export default defineConfig({
  // The worker lies beside what starts it: the parts that several entries share come to the root of `dist`.
  entry: {
    index: 'src/index.ts',
    'cli/onrecord': 'src/cli/onrecord.ts',
    'filter-worker': 'src/pipeline/filter-worker.ts',
    'adding-worker': 'src/server/adding-worker.ts',
  },
  format: 'esm',
  platform: 'node',
  target: 'node20',
  dts: true,
  clean: true,
  fixedExtension: false,
});
