/*
 * An I/O layer that fails: loaded before libc (LD_PRELOAD), it counts the calls that change files below one folder and
 * lets the k-th go wrong. SQLite, hnswlib and Node all write through these calls.
 *
 *   FAIL_IO_BELOW  the folder; calls on other files pass
 *   FAIL_IO_AT     which call goes wrong, from 1; 0 for none
 *   FAIL_IO_MODE   error: that one call fails; full: it and all after it fail, as on a full disk;
 *                  kill: the process dies before it; torn: half of what it writes is written, then the process dies
 *                  (a full disk still lets files be removed, so unlink is none of these calls)
 *   FAIL_IO_COUNT  a file that gets the number of calls when the process ends by itself
 */
#define _GNU_SOURCE
#include <dlfcn.h>
#include <errno.h>
#include <fcntl.h>
#include <signal.h>
#include <stdarg.h>
#include <stdatomic.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/types.h>
#include <sys/uio.h>
#include <unistd.h>

static atomic_long calls;
static const char *below, *mode;
static long at;

__attribute__((constructor)) static void begin(void) {
  const char *k = getenv("FAIL_IO_AT");
  below = getenv("FAIL_IO_BELOW");
  mode = getenv("FAIL_IO_MODE");
  at = k ? atol(k) : 0;
}

__attribute__((destructor)) static void end(void) {
  const char *file = getenv("FAIL_IO_COUNT");
  FILE *out = file ? fopen(file, "w") : NULL;
  if (!out) return;
  fprintf(out, "%ld", atomic_load(&calls));
  fclose(out);
}

static int is_below(const char *path) {
  return below && path && strncmp(path, below, strlen(below)) == 0;
}

static int is_fd_below(int fd) {
  char link[64], path[4096];
  snprintf(link, sizeof link, "/proc/self/fd/%d", fd);
  ssize_t length = readlink(link, path, sizeof path - 1);
  if (length < 0) return 0;
  path[length] = 0;
  return is_below(path);
}

enum verdict { PASS, FAIL, TORN };

static enum verdict judge(int counts) {
  if (!counts) return PASS;
  long n = atomic_fetch_add(&calls, 1) + 1;
  if (at == 0 || !mode || n < at) return PASS;
  if (n > at && strcmp(mode, "full") != 0) return PASS;
  if (strcmp(mode, "kill") == 0) kill(getpid(), SIGKILL);
  if (strcmp(mode, "torn") == 0) return TORN;
  errno = strcmp(mode, "full") == 0 ? ENOSPC : EIO;
  return FAIL;
}

#define REAL(name) ((__typeof__(&name))dlsym(RTLD_NEXT, #name))

#define ON_FD(counts, real, torn)         \
  switch (judge(counts)) {                \
    case FAIL: return -1;                 \
    case TORN: torn; kill(getpid(), SIGKILL); /* fall through */ \
    default: return real;                 \
  }

ssize_t write(int fd, const void *from, size_t n) {
  ON_FD(is_fd_below(fd), REAL(write)(fd, from, n), REAL(write)(fd, from, n / 2))
}
ssize_t writev(int fd, const struct iovec *parts, int n) {
  ON_FD(is_fd_below(fd), REAL(writev)(fd, parts, n), REAL(writev)(fd, parts, n / 2))
}
ssize_t pwrite(int fd, const void *from, size_t n, off_t to) {
  ON_FD(is_fd_below(fd), REAL(pwrite)(fd, from, n, to), REAL(pwrite)(fd, from, n / 2, to))
}
ssize_t pwrite64(int fd, const void *from, size_t n, off64_t to) {
  ON_FD(is_fd_below(fd), REAL(pwrite64)(fd, from, n, to), REAL(pwrite64)(fd, from, n / 2, to))
}
int fsync(int fd) { ON_FD(is_fd_below(fd), REAL(fsync)(fd), (void)0) }
int fdatasync(int fd) { ON_FD(is_fd_below(fd), REAL(fdatasync)(fd), (void)0) }
int ftruncate(int fd, off_t n) { ON_FD(is_fd_below(fd), REAL(ftruncate)(fd, n), (void)0) }
int ftruncate64(int fd, off64_t n) { ON_FD(is_fd_below(fd), REAL(ftruncate64)(fd, n), (void)0) }
int rename(const char *from, const char *to) { ON_FD(is_below(to), REAL(rename)(from, to), (void)0) }

#define OPEN(name)                                                                 \
  int name(const char *path, int flags, ...) {                                     \
    mode_t permissions = 0;                                                        \
    if (flags & (O_CREAT | O_TMPFILE)) {                                           \
      va_list rest;                                                                \
      va_start(rest, flags);                                                       \
      permissions = va_arg(rest, mode_t);                                          \
      va_end(rest);                                                                \
    }                                                                              \
    int counts = is_below(path) && (flags & (O_WRONLY | O_RDWR | O_CREAT));        \
    ON_FD(counts, REAL(name)(path, flags, permissions), (void)0)                   \
  }
OPEN(open)
OPEN(open64)
