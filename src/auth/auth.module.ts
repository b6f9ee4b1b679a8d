import { Module } from '@nestjs/common';
import { APP_GUARD } from '@nestjs/core';
import { AuthController } from './auth.controller.js';
import { AuthGuard } from './auth.guard.js';
import { AuthService } from './auth.service.js';
import { Throttles } from './throttle.js';

@Module({
  controllers: [AuthController],
  providers: [AuthService, Throttles, { provide: APP_GUARD, useClass: AuthGuard }],
  exports: [Throttles],
})
export class AuthModule {}
