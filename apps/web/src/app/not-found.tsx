import { NotFound } from '@/features/connection/not-found';

export default NotFound;
