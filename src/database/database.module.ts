import { Global, Module } from '@nestjs/common';
import { TypeOrmModule } from '@nestjs/typeorm';
import { DataSource } from 'typeorm';
import { Clock } from '../common/clock.js';
import { Config } from '../config.js';
import { writeOptions } from './data-source.js';
import { Database } from './database.js';

@Global()
@Module({
  imports: [
    TypeOrmModule.forRootAsync({
      inject: [Config],
      useFactory: (config: Config) => ({ ...writeOptions(config), retryAttempts: 0 }),
    }),
  ],
  providers: [
    Clock,
    {
      provide: Database,
      inject: [DataSource, Config],
      useFactory: async (source: DataSource, config: Config) => {
        const database = new Database(source, config);
        await database.start();
        return database;
      },
    },
  ],
  exports: [Clock, Database],
})
export class DatabaseModule {}
