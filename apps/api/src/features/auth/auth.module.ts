import { Module } from '@nestjs/common';
import { APP_GUARD } from '@nestjs/core';
import { RoomsModule } from '../rooms/rooms.module.js';
import { UsersModule } from '../users/users.module.js';
import { AuthController } from './auth.controller.js';
import { AuthGuard } from './auth.guard.js';
import { AuthService } from './auth.service.js';
import { SessionTokens } from './session-tokens.js';
import { SessionsRepository } from './sessions.repository.js';

@Module({
  imports: [UsersModule, RoomsModule],
  controllers: [AuthController],
  providers: [AuthService, SessionsRepository, SessionTokens, { provide: APP_GUARD, useClass: AuthGuard }],
  exports: [AuthService],
})
export class AuthModule {}
