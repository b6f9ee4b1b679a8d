import { Global, Module } from '@nestjs/common';
import { FileStore } from './file-store.js';
import { LocalFileStore } from './local-file-store.js';
import { Uploads } from './uploads.js';

@Global()
@Module({
  providers: [{ provide: FileStore, useClass: LocalFileStore }, Uploads],
  exports: [FileStore, Uploads],
})
export class FilesModule {}
