#include "desktop/gl_program.h"

#include <epoxy/gl.h>

#include <cstdint>
#include <cstdio>

namespace samverka {
namespace {

// What is wrong with a shader is our fault and not the user's: the driver's words go to the terminal.
GLuint compiled(GLenum kind, const char* source) {
  const GLuint shader = glCreateShader(kind);
  glShaderSource(shader, 1, &source, nullptr);
  glCompileShader(shader);
  GLint is_compiled = GL_FALSE;
  glGetShaderiv(shader, GL_COMPILE_STATUS, &is_compiled);
  if (is_compiled) return shader;
  char words[2000] = {};
  glGetShaderInfoLog(shader, sizeof words - 1, nullptr, words);
  std::fprintf(stderr, "OpenGL: %s\n", words);
  glDeleteShader(shader);
  return 0;
}

}  // namespace

GlProgram::~GlProgram() {
  if (program_) glDeleteProgram(program_);
}

bool GlProgram::build(const char* vertex, const char* fragment) {
  const GLuint first = compiled(GL_VERTEX_SHADER, vertex);
  const GLuint second = compiled(GL_FRAGMENT_SHADER, fragment);
  if (first && second) {
    program_ = glCreateProgram();
    glAttachShader(program_, first);
    glAttachShader(program_, second);
    glLinkProgram(program_);
    GLint is_linked = GL_FALSE;
    glGetProgramiv(program_, GL_LINK_STATUS, &is_linked);
    if (!is_linked) {
      glDeleteProgram(program_);
      program_ = 0;
    }
  }
  if (first) glDeleteShader(first);
  if (second) glDeleteShader(second);
  return program_ != 0;
}

void GlProgram::use() const { glUseProgram(program_); }
int GlProgram::place(const char* name) const { return glGetUniformLocation(program_, name); }
void GlProgram::set(const char* name, float value) const { glUniform1f(place(name), value); }
void GlProgram::set(const char* name, int value) const { glUniform1i(place(name), value); }
void GlProgram::set(const char* name, Vec2 value) const { glUniform2f(place(name), value.x, value.y); }
void GlProgram::set(const char* name, float x, float y, float z) const { glUniform3f(place(name), x, y, z); }
void GlProgram::set(const char* name, Rgba value) const {
  constexpr float full = 255;
  glUniform4f(place(name), static_cast<float>(value.r) / full, static_cast<float>(value.g) / full,
              static_cast<float>(value.b) / full, static_cast<float>(value.a) / full);
}

GlRows::~GlRows() {
  if (array_) glDeleteVertexArrays(1, &array_);
  if (buffer_) glDeleteBuffers(1, &buffer_);
}

void GlRows::load(const void* rows, std::size_t bytes) {
  if (!array_) {
    glGenVertexArrays(1, &array_);
    glGenBuffers(1, &buffer_);
  }
  glBindVertexArray(array_);
  glBindBuffer(GL_ARRAY_BUFFER, buffer_);
  glBufferData(GL_ARRAY_BUFFER, static_cast<GLsizeiptr>(bytes), rows, GL_STATIC_DRAW);
}

void GlRows::describe(unsigned number, int size, Kind kind, std::size_t stride, std::size_t offset,
                      bool is_instance) const {
  const GLenum type = kind == Kind::colour ? GL_UNSIGNED_BYTE : GL_FLOAT;
  const GLboolean is_share = kind == Kind::colour ? GL_TRUE : GL_FALSE;
  glEnableVertexAttribArray(number);
  glVertexAttribPointer(number, size, type, is_share, static_cast<GLsizei>(stride),
                        reinterpret_cast<const void*>(static_cast<std::uintptr_t>(offset)));
  glVertexAttribDivisor(number, is_instance ? 1 : 0);
}

void GlRows::bind() const {
  glBindVertexArray(array_);
  glBindBuffer(GL_ARRAY_BUFFER, buffer_);
}

}  // namespace samverka
