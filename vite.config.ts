import { readdirSync, readFileSync, statSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { brotliCompressSync, constants } from 'node:zlib';
import react from '@vitejs/plugin-react';
import { defineConfig, type Plugin } from 'vite';

/** A `.br` beside each file that gains by it; the server sends that. */
function compressed(folder: string): Plugin {
  const walk = (path: string): string[] =>
    statSync(path).isDirectory() ? readdirSync(path).flatMap((name) => walk(join(path, name))) : [path];
  return {
    name: 'onrecord-compressed',
    apply: 'build',
    closeBundle() {
      for (const path of walk(folder).filter((name) => /\.(?:js|mjs|css|html|svg)$/u.test(name)))
        writeFileSync(
          `${path}.br`,
          brotliCompressSync(readFileSync(path), { params: { [constants.BROTLI_PARAM_QUALITY]: 9 } }),
        );
    },
  };
}

export default defineConfig(({ command }) => {
  // Whoever builds, a test runner too, builds what people get: React has another build for development.
  if (command === 'build') process.env.NODE_ENV = 'production';
  return {
    root: 'web',
    plugins: [react(), compressed('dist/web')],
    build: { outDir: '../dist/web', emptyOutDir: true, target: 'es2022', chunkSizeWarningLimit: 1500 },
    server: { proxy: { '/api': 'http://127.0.0.1:4747' } },
  };
});
