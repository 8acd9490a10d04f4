#pragma once
#include <algorithm>
#include <cstddef>
#include <iterator>
#include <memory>
#include <utility>
#include <vector>

#include "base/check.h"

namespace samverka {

// A table that is cheap to copy: a list of blocks of up to 64 rows, each row behind a shared pointer of its own.
// Changing one row copies that row and its block's pointers, so a step of undo costs about what it changed, whatever
// the size of the network. Rows keep their order and their index.
template <class T>
class Table {
  static constexpr std::size_t block_rows = 64;
  using Block = std::vector<std::shared_ptr<T>>;

 public:
  std::size_t size() const { return size_; }
  bool empty() const { return size_ == 0; }

  const T& operator[](std::size_t index) const {
    SAM_CHECK(index < size_, "row outside the table");
    return *(*blocks_[index / block_rows])[index % block_rows];
  }
  const T& back() const { return (*this)[size_ - 1]; }

  // Amortised constant; copies the last block's pointers when it is shared with another table.
  void push_back(T row) {
    if (size_ % block_rows == 0) {
      blocks_.push_back(std::make_shared<Block>());
    } else {
      own(blocks_.back());
    }
    blocks_.back()->push_back(std::make_shared<T>(std::move(row)));
    ++size_;
  }

  // The row, to change in place; copies it first if another table shares it.
  T& mutable_row(std::size_t index) {
    SAM_CHECK(index < size_, "row outside the table");
    Block& block = own(blocks_[index / block_rows]);
    return own(block[index % block_rows]);
  }

  // The last row goes.
  void pop_back() {
    SAM_CHECK(size_ > 0, "no row to take from the table");
    --size_;
    if (size_ % block_rows == 0) return blocks_.pop_back();
    own(blocks_.back()).pop_back();
  }

  // Told of each row of this table that the other does not share, and how much memory the blocks beside them take: what
  // one of two tables costs beside the other. Rows of shared blocks are not looked at.
  template <class Visit>
  std::size_t visit_apart(const Table& other, Visit visit) const {
    std::size_t bytes = blocks_.size() * sizeof(blocks_[0]);
    for (std::size_t i = 0; i < blocks_.size(); ++i) {
      const Block* theirs = i < other.blocks_.size() ? other.blocks_[i].get() : nullptr;
      if (blocks_[i].get() == theirs) continue;
      bytes += blocks_[i]->size() * sizeof(std::shared_ptr<T>);
      for (std::size_t row = 0; row < blocks_[i]->size(); ++row) {
        const auto& mine = (*blocks_[i])[row];
        if (!theirs || row >= theirs->size() || mine != (*theirs)[row]) visit(*mine);
      }
    }
    return bytes;
  }

  class Iterator {
   public:
    using iterator_category = std::forward_iterator_tag;
    using value_type = T;
    using difference_type = std::ptrdiff_t;
    using pointer = const T*;
    using reference = const T&;
    Iterator(const Table* table, std::size_t index) : table_(table), index_(index) {}
    const T& operator*() const { return (*table_)[index_]; }
    const T* operator->() const { return &(*table_)[index_]; }
    Iterator& operator++() {
      ++index_;
      return *this;
    }
    bool operator==(const Iterator& o) const { return index_ == o.index_; }

   private:
    const Table* table_;
    std::size_t index_;
  };
  Iterator begin() const { return {this, 0}; }
  Iterator end() const { return {this, size_}; }

  friend bool operator==(const Table& a, const Table& b) {
    return a.size_ == b.size_ && std::equal(a.begin(), a.end(), b.begin());
  }

 private:
  template <class Held>
  static Held& own(std::shared_ptr<Held>& held) {
    if (held.use_count() > 1) held = std::make_shared<Held>(*held);
    return *held;
  }

  std::vector<std::shared_ptr<Block>> blocks_;
  std::size_t size_ = 0;
};

}  // namespace samverka
