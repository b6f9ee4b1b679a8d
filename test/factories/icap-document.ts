export { standardSource } from '../../src/bench/made/icap-source.js';
