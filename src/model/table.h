#pragma once
#include <array>
#include <cstddef>
#include <iterator>
#include <memory>
#include <utility>
#include <vector>

#include "base/check.h"

namespace samverka {

// A table that is cheap to copy: pages of 256 rows behind shared pointers to const. Changing one row copies one page,
// so a step of undo costs a page and not a network. Rows keep their order and their index.
template <class T>
class Table {
  static constexpr std::size_t page_rows = 256;
  using Page = std::vector<T>;

 public:
  std::size_t size() const { return size_; }
  bool empty() const { return size_ == 0; }

  const T& operator[](std::size_t index) const {
    SAM_CHECK(index < size_, "row outside the table");
    return (*pages_[index / page_rows])[index % page_rows];
  }

  // Amortised constant while the table is not shared; copies the last page when it is.
  void push_back(T row) {
    if (size_ % page_rows == 0) {
      auto page = std::make_shared<Page>();
      page->reserve(page_rows);
      pages_.push_back(std::move(page));
    } else if (pages_.back().use_count() > 1) {
      auto page = std::make_shared<Page>();
      page->reserve(page_rows);
      page->assign(pages_.back()->begin(), pages_.back()->end());
      pages_.back() = std::move(page);
    }
    pages_.back()->push_back(std::move(row));
    ++size_;
  }

  // The row, to change in place; copies its page first if another table shares it.
  T& mutable_row(std::size_t index) {
    SAM_CHECK(index < size_, "row outside the table");
    std::shared_ptr<Page>& page = pages_[index / page_rows];
    if (page.use_count() > 1) page = std::make_shared<Page>(*page);
    return (*page)[index % page_rows];
  }

  // The last row goes; copies its page first if another table shares it.
  void pop_back() {
    SAM_CHECK(size_ > 0, "no row to take from the table");
    --size_;
    if (size_ % page_rows == 0) return pages_.pop_back();
    std::shared_ptr<Page>& page = pages_.back();
    if (page.use_count() > 1) {
      auto copy = std::make_shared<Page>();
      copy->reserve(page_rows);
      copy->assign(page->begin(), page->end());
      page = std::move(copy);
    }
    page->pop_back();
  }

  // Pages of this table that the other does not share: what one of two tables costs beside the other.
  std::size_t pages_apart(const Table& other) const {
    std::size_t apart = 0;
    for (std::size_t i = 0; i < pages_.size(); ++i) {
      if (i >= other.pages_.size() || pages_[i] != other.pages_[i]) ++apart;
    }
    return apart;
  }
  static constexpr std::size_t page_bytes = page_rows * sizeof(T);  // of the rows themselves, without their texts

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

 private:
  std::vector<std::shared_ptr<Page>> pages_;
  std::size_t size_ = 0;
};

}  // namespace samverka
