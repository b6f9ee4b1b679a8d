import { type Rule } from '../finding.js';
import { a1 } from './a1.js';
import { a2 } from './a2.js';
import { a3 } from './a3.js';
import { a4 } from './a4.js';
import { a5 } from './a5.js';
import { a6 } from './a6.js';
import { c1 } from './c1.js';
import { c2 } from './c2.js';
import { p1 } from './p1.js';
import { p2 } from './p2.js';
import { p3 } from './p3.js';
import { p4 } from './p4.js';
import { p5 } from './p5.js';
import { p6 } from './p6.js';
import { p8 } from './p8.js';
import { r2 } from './r2.js';
import { s1 } from './s1.js';
import { s10 } from './s10.js';
import { s11 } from './s11.js';
import { s3 } from './s3.js';
import { s4 } from './s4.js';
import { s5 } from './s5.js';
import { s6 } from './s6.js';
import { s7 } from './s7.js';
import { s8 } from './s8.js';
import { s9 } from './s9.js';
import { v1 } from './v1.js';
import { v2 } from './v2.js';
import { v3 } from './v3.js';
import { v4 } from './v4.js';
import { v5 } from './v5.js';

/** The rules that are evaluated, in the order their findings are listed. A new rule is a file and a line here. */
export const rules: readonly Rule[] = [
  v1,
  v2,
  v3,
  v4,
  v5,
  s1,
  s3,
  s4,
  s5,
  s6,
  s7,
  s8,
  s9,
  s10,
  s11,
  a1,
  a2,
  a3,
  a4,
  a5,
  a6,
  c1,
  c2,
  p1,
  p2,
  p3,
  p4,
  p5,
  p6,
  p8,
  r2,
];
