import { type Figure } from './figures.js';
import { type Effort } from './measure.js';

export interface Setting {
  /** An empty folder of the benchmark's own, removed afterwards. */
  folder: string;
  effort: Effort;
}

/** One entry of the list that `npm run bench` takes names of. */
export interface Benchmark {
  name: string;
  run(setting: Setting): Promise<Figure[]>;
}
