/* Writes down what a process does to the files of one folder, in order: what a power cut could leave is worked out from it. */
#define _GNU_SOURCE
#include <dlfcn.h>
#include <fcntl.h>
#include <pthread.h>
#include <stdarg.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/types.h>
#include <unistd.h>

#define FILES 4096
static pthread_mutex_t lock = PTHREAD_MUTEX_INITIALIZER;
static char *names[FILES];
static int out = -2;
static const char *folder;

#define REAL(name) ((__typeof__(&name))dlsym(RTLD_NEXT, #name))

static const char *inside(const char *path) {
  if (out == -2) {
    folder = getenv("DISK_LOG_FOLDER");
    const char *file = getenv("DISK_LOG");
    out = folder && file ? REAL(open)(file, O_WRONLY | O_CREAT | O_APPEND, 0600) : -1;
  }
  size_t length = folder ? strlen(folder) : 0;
  if (out < 0 || !path || strncmp(path, folder, length) != 0) return NULL;
  return path[length] == '/' ? path + length + 1 : path[length] == 0 ? "." : NULL;
}

static void note(char what, const char *name, const char *to, long long at, const void *bytes, size_t count) {
  char head[2048];
  int length = snprintf(head, sizeof head, "%c\t%s\t%s\t%lld\t%zu\n", what, name, to, at, count);
  ssize_t (*put)(int, const void *, size_t) = REAL(write);
  put(out, head, (size_t)length);
  if (count > 0) put(out, bytes, count);
}

static int opened(int fd, const char *path, int flags) {
  const char *name = inside(path);
  if (fd < 0 || fd >= FILES) return fd;
  pthread_mutex_lock(&lock);
  free(names[fd]);
  names[fd] = name ? strdup(name) : NULL;
  if (name && (flags & O_TRUNC)) note('T', name, "", 0, NULL, 0);
  else if (name && (flags & O_CREAT)) note('C', name, "", 0, NULL, 0);
  pthread_mutex_unlock(&lock);
  return fd;
}

#define MODE mode_t mode = 0; if (flags & O_CREAT) { va_list rest; va_start(rest, flags); mode = va_arg(rest, mode_t); va_end(rest); }
int open(const char *path, int flags, ...) { MODE return opened(REAL(open)(path, flags, mode), path, flags); }
int open64(const char *path, int flags, ...) { MODE return opened(REAL(open64)(path, flags, mode), path, flags); }
int openat(int at, const char *path, int flags, ...) { MODE return opened(REAL(openat)(at, path, flags, mode), path, flags); }
int openat64(int at, const char *path, int flags, ...) { MODE return opened(REAL(openat64)(at, path, flags, mode), path, flags); }

int close(int fd) {
  pthread_mutex_lock(&lock);
  if (fd >= 0 && fd < FILES && names[fd]) { free(names[fd]); names[fd] = NULL; }
  pthread_mutex_unlock(&lock);
  return REAL(close)(fd);
}

static const char *nameOf(int fd) { return fd >= 0 && fd < FILES ? names[fd] : NULL; }

#define LOGGED(call, what, at, bytes, count) \
  if (!nameOf(fd)) return call; \
  pthread_mutex_lock(&lock); \
  __typeof__(call) done = call; \
  if (done >= 0 && nameOf(fd)) note(what, names[fd], "", at, bytes, count); \
  pthread_mutex_unlock(&lock); \
  return done;

ssize_t write(int fd, const void *bytes, size_t count) {
  long long at = nameOf(fd) ? (long long)lseek(fd, 0, SEEK_CUR) : 0;
  LOGGED(REAL(write)(fd, bytes, count), 'W', at, bytes, (size_t)done)
}
ssize_t pwrite(int fd, const void *bytes, size_t count, off_t at) { LOGGED(REAL(pwrite)(fd, bytes, count, at), 'W', (long long)at, bytes, (size_t)done) }
ssize_t pwrite64(int fd, const void *bytes, size_t count, off64_t at) { LOGGED(REAL(pwrite64)(fd, bytes, count, at), 'W', (long long)at, bytes, (size_t)done) }
int ftruncate(int fd, off_t size) { LOGGED(REAL(ftruncate)(fd, size), 'T', (long long)size, NULL, 0) }
int ftruncate64(int fd, off64_t size) { LOGGED(REAL(ftruncate64)(fd, size), 'T', (long long)size, NULL, 0) }
int fsync(int fd) { LOGGED(REAL(fsync)(fd), 'S', 0, NULL, 0) }
int fdatasync(int fd) { LOGGED(REAL(fdatasync)(fd), 'S', 0, NULL, 0) }

int unlink(const char *path) {
  const char *name = inside(path);
  if (!name) return REAL(unlink)(path);
  pthread_mutex_lock(&lock);
  int done = REAL(unlink)(path);
  if (done == 0) note('U', name, "", 0, NULL, 0);
  pthread_mutex_unlock(&lock);
  return done;
}
int rename(const char *from, const char *to) {
  const char *name = inside(from);
  if (!name) return REAL(rename)(from, to);
  pthread_mutex_lock(&lock);
  int done = REAL(rename)(from, to);
  if (done == 0) note('R', name, inside(to), 0, NULL, 0);
  pthread_mutex_unlock(&lock);
  return done;
}
