#!/bin/sh
# sh scripts/runtime-files.sh FOLDER: copies Node and what it needs of Debian into a folder that is to be an image, with the
# records by which scanners know the packages, and the two folders that the user "node" may write in FOLDER/owned.
set -eu
folder=$1
mkdir -p "$folder/root/var/lib/dpkg/status.d" "$folder/root/usr/local/bin" "$folder/root/etc"

# /lib and /lib64 are links into /usr, and stay so.
for link in lib lib64; do
  [ -L "/$link" ] || continue
  cp -a "/$link" "$folder/root/"
  mkdir -p "$folder/root/usr/$link"
done
licences=$(dpkg-query --show --showformat '${Package} ' 'gcc-*-base')
for package in libc6 libgcc-s1 libstdc++6 $licences; do
  dpkg --status "$package" > "$folder/root/var/lib/dpkg/status.d/$package"
  # Tables of encodings for a function that Node does not call: 8 MB.
  dpkg --listfiles "$package" | grep -v /gconv | while read -r path; do
    [ ! -e "$path" ] || echo "$path"
  done | tar --create --no-recursion --files-from - | tar --extract --keep-directory-symlink --directory "$folder/root"
done

cp /usr/local/bin/node "$folder/root/usr/local/bin/"
grep -E '^(root|node):' /etc/passwd > "$folder/root/etc/passwd"
grep -E '^(root|node):' /etc/group > "$folder/root/etc/group"
echo 'hosts: files dns' > "$folder/root/etc/nsswitch.conf"
install -d -m 0700 "$folder/owned/data"
install -d -m 1777 "$folder/owned/tmp"
