import { redirect } from 'next/navigation';

const Admin = () => redirect('/admin/people');

export default Admin;
