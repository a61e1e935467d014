// Installs what the lock file names, unless it is installed already. Needs nothing but Node, so that the first command in
// a fresh clone works; if something is missing, a sentence says what.
import { spawnSync } from 'node:child_process';
import { existsSync, readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';

const root = fileURLToPath(new URL('..', import.meta.url));
process.chdir(root);

if (Number(process.versions.node.split('.')[0]) < 20) {
  stop(`Onrecord needs Node 20 or later; this is ${process.versions.node}.`);
}
if (!isInstalled()) {
  process.stderr.write('Installing (about two minutes: the database module is compiled) …\n');
  const npm = spawnSync('npm', ['ci', '--no-audit', '--no-fund', '--loglevel=error'], {
    encoding: 'utf8',
    shell: process.platform === 'win32',
    // The ONNX runtime has all that a CPU needs; its install script would fetch files for graphics cards.
    env: { ...process.env, ONNXRUNTIME_NODE_INSTALL: 'skip' },
  });
  if (npm.status !== 0) stop(reason(`${npm.stdout}\n${npm.stderr}\n${npm.error ?? ''}`));
}
const load = spawnSync(process.execPath, ['-e', "new (require('better-sqlite3'))(':memory:')"], { encoding: 'utf8' });
if (load.status !== 0) {
  const rebuild = spawnSync('npm', ['rebuild', 'better-sqlite3'], {
    encoding: 'utf8',
    shell: process.platform === 'win32',
  });
  if (rebuild.status !== 0) stop(reason(`${rebuild.stdout}\n${rebuild.stderr}`));
}

/** Whether node_modules is what package-lock.json asks for. */
function isInstalled() {
  if (!existsSync('node_modules/.package-lock.json')) return false;
  const wanted = JSON.parse(readFileSync('package-lock.json', 'utf8')).packages;
  const have = JSON.parse(readFileSync('node_modules/.package-lock.json', 'utf8')).packages;
  return Object.entries(wanted).every(
    ([path, { version, optional }]) => path === '' || optional || have[path]?.version === version,
  );
}

/** A sentence about what an installation lacked. */
function reason(output) {
  if (
    /not found: make|make: not found|gyp ERR! stack Error: not found|g\+\+: not found|cc: not found|No such file or directory: 'make'|find Python|Could not find any Visual Studio/iu.test(
      output,
    )
  ) {
    return 'The database module (better-sqlite3) has to be compiled here, and a tool for that is missing. Install a C++ compiler, make and Python 3 (Debian and Ubuntu: apt-get install g++ make python3; macOS: xcode-select --install; Windows: the Visual Studio Build Tools), then run this again.';
  }
  if (/ENOTFOUND|ECONNREFUSED|ETIMEDOUT|EAI_AGAIN|network/iu.test(output))
    return 'The packages could not be fetched: is there a connection to the npm registry?';
  if (/ENOSPC/u.test(output)) return 'The disk is full: the installation needs about 400 MB.';
  if (/EACCES|EPERM/u.test(output))
    return 'The packages may not be written here: check the permissions of this folder.';
  return `npm could not install the packages. Its last words:\n${output.trim().split('\n').slice(-12).join('\n')}`;
}

function stop(sentence) {
  process.stderr.write(`${sentence}\n`);
  process.exit(1);
}
