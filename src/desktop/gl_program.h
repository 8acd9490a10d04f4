#pragma once
// Small owners of OpenGL's objects; each needs the context that it was made in, to its end.
#include <cstddef>

#include "base/geometry.h"
#include "scene/scene.h"

namespace samverka {

// A linked program. Drawing with one that could not be built draws nothing.
class GlProgram {
 public:
  GlProgram() = default;
  ~GlProgram();
  GlProgram(const GlProgram&) = delete;
  GlProgram& operator=(const GlProgram&) = delete;
  bool build(const char* vertex, const char* fragment);  // false, with the driver's words on stderr, if it cannot
  void use() const;
  void set(const char* name, float value) const;
  void set(const char* name, int value) const;
  void set(const char* name, Vec2 value) const;
  void set(const char* name, float x, float y, float z) const;
  void set(const char* name, Rgba value) const;

 private:
  int place(const char* name) const;
  unsigned program_ = 0;
};

// Rows of one kind in a buffer on the card, and how a program reads them: one row a vertex, or one an instance.
class GlRows {
 public:
  GlRows() = default;
  ~GlRows();
  GlRows(const GlRows&) = delete;
  GlRows& operator=(const GlRows&) = delete;
  void load(const void* rows, std::size_t bytes);  // the rows before are gone
  enum class Kind { floats, colour };              // a colour is four bytes, read as 0-1
  // Attribute `number` of the program: `size` values, `offset` bytes into each row of `stride` bytes.
  // Of the rows that were bound or loaded last.
  void describe(unsigned number, int size, Kind kind, std::size_t stride, std::size_t offset, bool is_instance) const;
  void bind() const;

 private:
  unsigned array_ = 0;
  unsigned buffer_ = 0;
};

}  // namespace samverka
