import { Module } from '@nestjs/common';
import { APP_GUARD } from '@nestjs/core';
import { AuditModule } from '../audit/audit.module.js';
import { CredentialsModule } from '../credentials/credentials.module.js';
import { RoomsModule } from '../rooms/rooms.module.js';
import { UsersModule } from '../users/users.module.js';
import { AuthController } from './auth.controller.js';
import { AuthGuard } from './auth.guard.js';
import { AuthService } from './auth.service.js';
import { Callers } from './callers.js';
import { ExternalTokens } from './external-tokens.js';
import { MyCredentialsService } from './my-credentials.service.js';
import { MySessionsService } from './my-sessions.service.js';
import { OperatorTokens } from './operator-tokens.js';
import { Proofs } from './proofs.js';
import { SessionTokens } from './session-tokens.js';
import { SessionsRepository } from './sessions.repository.js';
import { SessionsService } from './sessions.service.js';

@Module({
  imports: [UsersModule, AuditModule, CredentialsModule, RoomsModule],
  controllers: [AuthController],
  providers: [
    AuthService,
    Callers,
    ExternalTokens,
    MyCredentialsService,
    MySessionsService,
    OperatorTokens,
    Proofs,
    SessionTokens,
    SessionsRepository,
    SessionsService,
    { provide: APP_GUARD, useClass: AuthGuard },
  ],
  exports: [Callers, OperatorTokens, SessionsService],
})
export class AuthModule {}
