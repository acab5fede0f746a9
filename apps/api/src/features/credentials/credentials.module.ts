import { Module } from '@nestjs/common';
import { CredentialsRepository } from './credentials.repository.js';
import { CredentialsService } from './credentials.service.js';

@Module({
  providers: [CredentialsRepository, CredentialsService],
  exports: [CredentialsRepository, CredentialsService],
})
export class CredentialsModule {}
