export { target, verdictRecord } from '../../src/bench/made/verdict-record.js';
