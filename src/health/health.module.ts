import { Controller, Get, Module } from '@nestjs/common';
import { Public } from '../common/request.js';
import { DomainError } from '../common/errors.js';
import { Database } from '../database/database.js';
import { User } from '../people/user.entity.js';

@Public()
@Controller()
class HealthController {
  constructor(private readonly db: Database) {}

  /** The process answers. */
  @Get('health')
  health(): { status: 'ok' } {
    return { status: 'ok' };
  }

  /** The process can do its work: the database answers. */
  @Get('ready')
  async ready(): Promise<{ status: 'ok' }> {
    await this.db.read.exists(User).catch(() => {
      throw new DomainError('unavailable');
    });
    return { status: 'ok' };
  }
}

@Module({ controllers: [HealthController] })
export class HealthModule {}
