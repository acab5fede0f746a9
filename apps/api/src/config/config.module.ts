import { Global, Module, type DynamicModule } from '@nestjs/common';
import type { Env } from './env.js';
import { SessionSecret } from './session-secret.js';

/** Injection token of the settings: `@Inject(ENV) env: Env`. */
export const ENV = Symbol('ENV');

@Global()
@Module({})
export class ConfigModule {
  static forRoot(env: Env): DynamicModule {
    return {
      module: ConfigModule,
      providers: [
        { provide: ENV, useValue: env },
        { provide: SessionSecret, useFactory: () => SessionSecret.of(env) },
      ],
      exports: [ENV, SessionSecret],
    };
  }
}
