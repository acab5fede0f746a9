/** Where the script of ExifTool is; it is run by Perl. */
declare module 'exiftool-vendored.pl' {
  const exiftoolPath: string;
  export default exiftoolPath;
}
