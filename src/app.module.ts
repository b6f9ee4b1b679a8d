import { type DynamicModule, Global, Module } from '@nestjs/common';
import { AfterVerdictModule } from './after-verdict/after-verdict.module.js';
import { AssessmentsModule } from './assessments/assessments.module.js';
import { AuditPacksModule } from './audit-packs/audit-packs.module.js';
import { AuthModule } from './auth/auth.module.js';
import { CompetenciesModule } from './competencies/competencies.module.js';
import { Unrouted } from './common/unrouted.js';
import { Config } from './config.js';
import { CredentialsModule } from './credentials/credentials.module.js';
import { DatabaseModule } from './database/database.module.js';
import { CertificatesModule } from './certificates/certificates.module.js';
import { FirstStart } from './first-start.js';
import { EvidenceModule } from './evidence/evidence.module.js';
import { FilesModule } from './files/files.module.js';
import { HealthModule } from './health/health.module.js';
import { IntegrityModule } from './integrity/integrity.module.js';
import { JudgementsModule } from './judgements/judgements.module.js';
import { NoticesModule } from './notices/notices.module.js';
import { ObservationsModule } from './observations/observations.module.js';
import { PersonalDataModule } from './personal-data/personal-data.module.js';
import { PeopleModule } from './people/people.module.js';
import { QualityModule } from './quality/quality.module.js';
import { QuestioningModule } from './questioning/questioning.module.js';
import { SettingsModule } from './settings/settings.module.js';
import { PlansModule } from './plans/plans.module.js';
import { PreservationModule } from './preservation/preservation.module.js';
import { RemindersModule } from './reminders/reminders.module.js';
import { ReassessmentsModule } from './reassessments/reassessments.module.js';
import { RequestsModule } from './requests/requests.module.js';
import { SelfAssessmentsModule } from './self-assessments/self-assessments.module.js';
import { SigningModule } from './signing/signing.module.js';
import { SufficiencyModule } from './sufficiency/sufficiency.module.js';
import { TemplatesModule } from './templates/templates.module.js';
import { ThirdPartiesModule } from './third-parties/third-parties.module.js';
import { UploadsModule } from './uploads/uploads.module.js';
import { VerdictsModule } from './verdicts/verdicts.module.js';
import { VisitsModule } from './visits/visits.module.js';
import { VerificationModule } from './verification/verification.module.js';

/** The table of contents: one line a feature. */
@Global()
@Module({})
export class AppModule {
  static with(config: Config): DynamicModule {
    return {
      module: AppModule,
      providers: [{ provide: Config, useValue: config }, FirstStart, Unrouted],
      exports: [Config],
      imports: [
        DatabaseModule,
        FilesModule,
        HealthModule,
        PeopleModule,
        AuthModule,
        SettingsModule,
        NoticesModule,
        CompetenciesModule,
        AssessmentsModule,
        PlansModule,
        UploadsModule,
        EvidenceModule,
        ObservationsModule,
        QuestioningModule,
        ThirdPartiesModule,
        SelfAssessmentsModule,
        JudgementsModule,
        SufficiencyModule,
        RequestsModule,
        VisitsModule,
        SigningModule,
        TemplatesModule,
        PreservationModule,
        VerdictsModule,
        AfterVerdictModule,
        ReassessmentsModule,
        QualityModule,
        CertificatesModule,
        CredentialsModule,
        PersonalDataModule,
        AuditPacksModule,
        RemindersModule,
        VerificationModule,
        IntegrityModule,
      ],
    };
  }
}
