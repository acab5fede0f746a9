import { Module } from '@nestjs/common';
import { MembersModule } from '../members/members.module.js';
import { AttachmentsRepository } from './attachments.repository.js';
import { Avatars } from './avatars.js';
import { AvatarsRepository } from './avatars.repository.js';
import { FileAccess } from './file-access.js';
import { FileIntake } from './file-intake.js';
import { FilesController } from './files.controller.js';
import { FilesService } from './files.service.js';
import { Housekeeping } from './housekeeping.js';
import { InProgress } from './in-progress.js';
import { MyUploadsController } from './my-uploads.controller.js';
import { MyUploadsService } from './my-uploads.service.js';
import { PostedFiles } from './posted-files.js';
import { PostedFilesRepository } from './posted-files.repository.js';
import { RemovedFiles } from './removed-files.js';
import { RemovedFilesRepository } from './removed-files.repository.js';
import { ThumbnailJob } from './thumbnail-job.js';
import { Thumbnails } from './thumbnails.js';
import { Transfers } from './transfers.js';
import { UploadMetrics } from './upload-metrics.js';
import { UploadTurns } from './upload-turns.js';
import { UploadsController } from './uploads.controller.js';
import { UploadsService } from './uploads.service.js';

@Module({
  imports: [MembersModule],
  controllers: [UploadsController, MyUploadsController, FilesController],
  providers: [
    AttachmentsRepository,
    Avatars,
    AvatarsRepository,
    FileAccess,
    FileIntake,
    FilesService,
    Housekeeping,
    InProgress,
    MyUploadsService,
    PostedFiles,
    PostedFilesRepository,
    RemovedFiles,
    RemovedFilesRepository,
    ThumbnailJob,
    Thumbnails,
    Transfers,
    UploadMetrics,
    UploadTurns,
    UploadsService,
  ],
  exports: [AttachmentsRepository, Avatars, PostedFiles],
})
export class AttachmentsModule {}
