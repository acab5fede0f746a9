import { forAdmins } from '@/features/admin/for-admins';
import { REPORT_STATES, ReportsPage } from '@/features/admin/reports-page';
import { firstOf } from '@/lib/first-of';
import { preferences } from '@/lib/server/preferences';

const Reports = async ({ searchParams }: PageProps<'/admin/reports'>) => {
  const [asked, { timeZone }] = await Promise.all([searchParams, preferences()]);
  const state = REPORT_STATES.find((each) => each === firstOf(asked.state)) ?? 'open';
  const cursor = firstOf(asked.cursor);
  return forAdmins('/admin/reports', async (api) => (
    <ReportsPage
      state={state}
      cursor={cursor}
      page={await api.call('adminReports', { state, ...(cursor && { cursor }) })}
      timeZone={timeZone}
      done={firstOf(asked.done)}
      error={firstOf(asked.error)}
    />
  ));
};

export default Reports;
