import { type Config } from '../config.js';
import { FileKeyStore } from './file-key-store.js';
import { type KeyStore } from './key-store.js';

/** The configured place of the private keys. */
export function keyStoreFor(config: Config): KeyStore {
  return new FileKeyStore(config);
}
