import { type Config } from '../config.js';
import { FileKeyStore } from './file-key-store.js';
import { type KeyStore } from './key-store.js';
import { TokenKeyStore } from './token-key-store.js';
import { Token } from './token.js';

/** The configured place of the private keys. */
export function keyStoreFor(config: Config, files = new FileKeyStore(config)): KeyStore {
  return config.token ? new TokenKeyStore(new Token(config.token), files) : files;
}
