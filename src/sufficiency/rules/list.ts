import { type Rule } from '../finding.js';
import { a1 } from './a1.js';
import { a4 } from './a4.js';
import { c1 } from './c1.js';
import { c2 } from './c2.js';
import { p1 } from './p1.js';
import { p4 } from './p4.js';
import { p5 } from './p5.js';
import { s1 } from './s1.js';
import { s11 } from './s11.js';
import { s3 } from './s3.js';
import { s5 } from './s5.js';
import { v1 } from './v1.js';
import { v2 } from './v2.js';

/** The rules that are evaluated, in the order their findings are listed. A new rule is a file and a line here. */
export const rules: readonly Rule[] = [v1, v2, s1, s3, s5, s11, a1, a4, c1, c2, p1, p4, p5];
