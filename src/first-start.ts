import { Injectable } from '@nestjs/common';
import { audit } from './audit/audit.js';
import { systemActor } from './common/actor.js';
import { Clock } from './common/clock.js';
import { newId } from './common/ids.js';
import { Seeds } from './competencies/seeds.js';
import { Config } from './config.js';
import { Database } from './database/database.js';
import { PeopleService } from './people/people.service.js';
import { hashPassword, oneTimePassword } from './people/password.js';
import { Authorities } from './signing/authorities.service.js';
import { TrainingBody } from './people/training-body.entity.js';
import { User } from './people/user.entity.js';

export interface FirstAdministrator {
  email: string;
  password: string;
}

/** What a new installation needs before anybody can sign in. Every later start finds it done. */
@Injectable()
export class FirstStart {
  constructor(
    private readonly db: Database,
    private readonly clock: Clock,
    private readonly config: Config,
    private readonly people: PeopleService,
    private readonly seeds: Seeds,
    private readonly authorities: Authorities,
  ) {}

  /** Imports the seeds and makes the first administrator; the password is returned this once. */
  async run({ seeds = true } = {}): Promise<FirstAdministrator | null> {
    if (seeds) await this.seeds.importSeeds(this.config.seedsDir);
    const administrator = await this.firstAdministrator();
    await this.authorities.prepare();
    return administrator;
  }

  private async firstAdministrator(): Promise<FirstAdministrator | null> {
    if (await this.db.read.exists(User)) return null;
    const email = 'admin@touchstone.local';
    const password = oneTimePassword();
    const passwordHash = await hashPassword(password);
    return this.db.write(async (tx) => {
      if (await tx.exists(User)) return null;
      const user = await this.people.createUser(tx, { name: '系統管理者', email, passwordHash, operator: true });
      const body = { id: newId(), name: '未命名訓練機構', createdAt: this.clock.instant() };
      await tx.insert(TrainingBody, body);
      const entry = { at: body.createdAt, action: 'training_body.created', subjectId: body.id, bodyId: body.id };
      await audit(tx, systemActor, entry);
      await this.people.grant(tx, systemActor, body.id, user.id, 'administrator');
      return { email, password };
    });
  }
}
