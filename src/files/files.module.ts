import { Global, Logger, Module, type OnApplicationBootstrap } from '@nestjs/common';
import { abandonedAgeMs, FileStore } from './file-store.js';
import { LocalFileStore } from './local-file-store.js';
import { Uploads } from './uploads.js';

@Global()
@Module({
  providers: [{ provide: FileStore, useClass: LocalFileStore }, Uploads],
  exports: [FileStore, Uploads],
})
export class FilesModule implements OnApplicationBootstrap {
  constructor(private readonly store: FileStore) {}

  /** What a crash left half-made belongs to nobody. */
  async onApplicationBootstrap(): Promise<void> {
    const swept = await this.store.sweepStaged(abandonedAgeMs);
    if (swept > 0) new Logger('Files').warn(`removed ${swept} unfinished uploads`);
  }
}
