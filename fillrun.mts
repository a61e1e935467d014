import { fill } from './bench/record/fill.ts';
import { readEvents } from './bench/utterances/basil.ts';
import { openRecord } from './src/record/index.ts';

const r = await openRecord('/tmp/w/large.sqlite');
await fill(r, readEvents('../shared/data/basil'));
await r.close();
