import { auditPack } from './audit-pack.js';
import { type Benchmark } from './benchmark.js';
import { certificates } from './certificates.js';
import { coverageOf24, matrix } from './coverage.js';
import { fsck } from './fsck.js';
import { grid200, grid2000 } from './grid.js';
import { importing } from './import.js';
import { levels } from './levels.js';
import { matrixPaint } from './matrix-paint.js';
import { start } from './start.js';
import { upload1gib } from './upload-1gib.js';
import { upload1mb } from './upload-1mb.js';
import { verdict } from './verdict.js';
import { verify } from './verify.js';

/** Every benchmark, in the order they are run. */
export const benchmarks: readonly Benchmark[] = [
  upload1mb,
  upload1gib,
  coverageOf24,
  matrix,
  matrixPaint,
  grid200,
  grid2000,
  verdict,
  certificates,
  levels,
  verify,
  start,
  importing,
  fsck,
  auditPack,
];
